export const docs = {
  title: 'Trợ giúp',
  apiTitle: 'API công khai',
  apiText:
    'Con số nào trên trang, chương trình cũng lấy được. Tạo mã truy cập trong Cài đặt → Mã truy cập API rồi gửi kèm.',
  apiStart: 'Thử ngay',
  apiCalls: 'Các lệnh gọi',
  apiCall: 'Lệnh gọi',
  apiWhat: 'Việc nó làm',
  apiNeeds: 'Mã cần',
  apiOpen: 'không',
  apiRead: 'đọc',
  apiWrite: 'ghi',
  apiSchema: 'Mô tả OpenAPI 3.1',
  apiTokens: 'Mã truy cập API',
  apiRules:
    'Số tiền là chuỗi thập phân kèm mã tiền tệ; ngày có dạng YYYY-MM-DD. Danh sách trả về nextCursor. Lỗi theo RFC 9457. POST có thể kèm Idempotency-Key.',
}
