export const demo = {
  title: 'Sample data',
  try: 'Try with sample data',
  loading: 'Making up a year…',
  banner: 'This is sample data: a made-up household.',
  remove: 'Remove sample data',
  removing: 'Removing…',
  removed: 'The sample data is gone.',
}
