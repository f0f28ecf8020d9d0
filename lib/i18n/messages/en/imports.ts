export const imports = {
  title: 'Import a statement',
}
