export const spending = {
  title: 'Spending',
}
