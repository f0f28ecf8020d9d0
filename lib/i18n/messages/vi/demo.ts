export const demo = {
  title: 'Dữ liệu mẫu',
  try: 'Thử với dữ liệu mẫu',
  loading: 'Đang dựng một năm…',
  banner: 'Đây là dữ liệu mẫu: một gia đình tưởng tượng.',
  remove: 'Xóa dữ liệu mẫu',
  removing: 'Đang xóa…',
  removed: 'Đã xóa dữ liệu mẫu.',
}
