export const imports = {
  types: {
    checking: 'checking',
    savings: 'savings',
    credit_card: 'card',
    loan: 'loan',
    investment: 'investments',
    cash: 'cash',
    other: 'account',
  },
  title: 'Import a statement',
}
