import type { errors as en } from '../en/errors.ts'

export const errors: typeof en = {
  title: 'Lỗi',
  unauthenticated: 'Vui lòng đăng nhập trước.',
  forbidden: 'Bạn không có quyền làm việc này.',
  not_found: 'Mục này không còn tồn tại.',
  invalid: 'Vui lòng kiểm tra lại thông tin đã nhập.',
  needs_mapping: 'Vui lòng cho biết ý nghĩa các cột của tệp này.',
  conflict: 'Ai đó vừa thay đổi mục này. Hãy tải lại và thử lần nữa.',
  too_large: 'Nội dung quá lớn.',
  rate_limited: 'Quá nhiều lần thử. Vui lòng đợi một lát.',
  unavailable: 'Hiện chưa dùng được. Vui lòng thử lại sau giây lát.',
  unexpected: 'Đã có lỗi xảy ra. Chưa có gì bị thay đổi.',
  foreignOrigin: 'Yêu cầu này không đến từ trang Minh. Hãy mở Minh đúng địa chỉ rồi thử lại.',
}
