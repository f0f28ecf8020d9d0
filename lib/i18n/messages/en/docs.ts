export const docs = {
  title: 'Help',
}
