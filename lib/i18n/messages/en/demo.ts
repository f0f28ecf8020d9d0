export const demo = {
  title: 'Sample data',
}
