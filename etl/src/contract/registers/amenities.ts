import type { Label } from '@evenhand/domain';

/** The fifteen free amenities that each point of Hà Nội offers since 1 August 2025. */
export const AMENITIES = {
  wifi: { vi: 'Wi-Fi miễn phí', en: 'Free Wi-Fi' },
  copying: { vi: 'In, sao chụp', en: 'Copying and printing' },
  stationery: { vi: 'Văn phòng phẩm', en: 'Stationery' },
  forms: { vi: 'Mẫu đơn và hướng dẫn điền', en: 'Forms and help with filling them in' },
  online_help: { vi: 'Hỗ trợ nộp hồ sơ trực tuyến', en: 'Help with online submission' },
  legal_advice: { vi: 'Tư vấn pháp luật', en: 'Legal advice' },
  app_setup: { vi: 'Cài đặt VNeID, iHanoi', en: 'Set-up of VNeID and iHanoi' },
  personal_signature: { vi: 'Cấp chữ ký số cá nhân', en: 'Personal digital signature' },
  messages: { vi: 'Thông báo qua Zalo, SMS, thư điện tử', en: 'Notices by Zalo, SMS or e-mail' },
  library: { vi: 'Thư viện số, không gian xanh', en: 'Digital library and green space' },
  charging: { vi: 'Sạc thiết bị', en: 'Charging of devices' },
  accessibility: { vi: 'Thiết bị cho người khuyết tật', en: 'Devices for people with disabilities' },
  first_aid: { vi: 'Y tế cơ bản', en: 'Basic medical care' },
  refreshments: { vi: 'Nước uống, đồ ăn nhẹ', en: 'Water and snacks' },
  robot: { vi: 'Robot hướng dẫn', en: 'Guiding robot' },
} as const satisfies Readonly<Record<string, Label>>;
