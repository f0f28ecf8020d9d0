export const mail = {
  title: 'E-mails',
}
