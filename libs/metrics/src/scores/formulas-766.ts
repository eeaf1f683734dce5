import type { Label } from '@evenhand/domain';

const formula = (vi: string, en: string): Label => ({ vi, en });

/** What each indicator counts, in words: numerator ÷ denominator. Source: public working document on index 766. */
export const FORMULAS_766: Readonly<Record<string, Label>> = {
  '1.1': formula(
    'TTHC công bố đúng hạn ÷ TTHC công bố trong kỳ; đúng hạn khi quyết định ký chậm nhất 5 ngày làm việc trước ngày văn bản có hiệu lực (bộ, ngành: 20 ngày).',
    'Procedures announced on time ÷ procedures announced in the period; on time when decided at least 5 working days before the legal text takes effect (ministries: 20).',
  ),
  '1.2': formula(
    'TTHC được công khai trong 5 ngày làm việc kể từ ngày ký quyết định (bộ, ngành: 10 ngày) ÷ TTHC công bố trong kỳ; chậm một lần trong kỳ là chậm cả kỳ.',
    'Procedures published within 5 working days of the decision (ministries: 10) ÷ procedures announced in the period; late once is late for the period.',
  ),
  '1.3': formula(
    'TTHC công khai đủ 7 bộ phận cấu thành bắt buộc ÷ TTHC đang công khai; tính tại thời điểm xem.',
    'Procedures published with all 7 mandatory parts ÷ procedures published; as of the moment of looking.',
  ),
  '1.4': formula(
    'Hồ sơ tiếp nhận trong kỳ đã đồng bộ lên Cổng ÷ số lớn hơn giữa hồ sơ tiếp nhận theo báo cáo và theo Cổng; không có thì lấy phần tương ứng của năm trước, không có năm trước thì tỷ lệ bằng 0.',
    'Dossiers of the period that the portal holds ÷ the greater of those reported and those on the portal; without either, the part of the year before; without that, 0.',
  ),
  '2.1': formula(
    '(Hồ sơ giải quyết trước, đúng hạn + hồ sơ đang giải quyết còn trong hạn) ÷ hồ sơ tiếp nhận hoặc kết thúc trong kỳ; yêu cầu bổ sung quá một lần là quá hạn; trừ thời gian công dân bổ sung.',
    '(Settled in time + in progress and within time) ÷ dossiers received or ended in the period; asked to supplement more than once is overdue; the citizen’s time to supplement is taken off.',
  ),
  '3.1': formula(
    'TTHC cung cấp dịch vụ công trực tuyến một phần và toàn trình ÷ TTHC thuộc thẩm quyền; đủ điểm từ 80 %.',
    'Procedures offered online in part or in full ÷ procedures under the authority; all points from 80 %.',
  ),
  '3.2': formula(
    'Dịch vụ công trực tuyến có ít nhất một hồ sơ trực tuyến ÷ dịch vụ công trực tuyến.',
    'Online services with at least one online dossier ÷ online services.',
  ),
  '3.3': formula(
    '(Hồ sơ nộp trực tuyến, có kết quả điện tử nếu đã giải quyết xong ÷ hồ sơ tiếp nhận) × tỷ lệ đồng bộ; đủ điểm từ 50 %.',
    '(Dossiers submitted online, with an electronic result once settled ÷ dossiers received) × rate of synchronisation; all points from 50 %.',
  ),
  '3.5a': formula(
    'TTHC có phí, lệ phí đã tích hợp thanh toán trên Cổng ÷ TTHC có phí, lệ phí; đủ điểm từ 80 %.',
    'Procedures with a fee that can be paid on the portal ÷ procedures with a fee; all points from 80 %.',
  ),
  '3.5b': formula(
    'TTHC có ít nhất một giao dịch thanh toán trực tuyến ÷ TTHC có phí, lệ phí; đủ điểm từ 80 %.',
    'Procedures with at least one payment online ÷ procedures with a fee; all points from 80 %.',
  ),
  '3.6': formula(
    'Hồ sơ thanh toán trực tuyến ÷ hồ sơ có phí, lệ phí lớn hơn 0 tiếp nhận trong kỳ.',
    'Dossiers paid online ÷ dossiers received in the period with a fee above 0.',
  ),
  '4.1': formula(
    'Hồ sơ có kết quả điện tử ÷ hồ sơ giải quyết xong trong kỳ phải trả kết quả.',
    'Dossiers with an electronic result ÷ dossiers settled in the period that require a result.',
  ),
  '4.2': formula(
    'Hồ sơ có giấy tờ số hóa và có kết quả điện tử ÷ hồ sơ giải quyết xong trong kỳ.',
    'Dossiers with digitised papers and an electronic result ÷ dossiers settled in the period.',
  ),
  '4.certified': formula(
    'Bản sao điện tử đã chứng thực ÷ bản sao điện tử được yêu cầu (đã cấp và từ chối).',
    'Electronic copies certified ÷ electronic copies asked for (issued and refused).',
  ),
  '4.3': formula(
    'Hồ sơ có ít nhất một thành phần được dùng lại ÷ hồ sơ tiếp nhận; đủ điểm từ 80 %.',
    'Dossiers with at least one paper used again ÷ dossiers received; all points from 80 %.',
  ),
  '4.4': formula(
    'Hồ sơ có giấy tờ lấy từ kho dữ liệu của Cổng Dịch vụ công quốc gia ÷ hồ sơ tiếp nhận.',
    'Dossiers with papers taken from the store of the national portal ÷ dossiers received.',
  ),
  '4.5a': formula(
    'TTHC có xác thực qua VNeID ÷ TTHC phục vụ công dân; không áp dụng với cấp xã.',
    'Procedures with identification through VNeID ÷ procedures for citizens; does not apply to communes.',
  ),
  '4.5b': formula(
    'Hồ sơ dùng Cơ sở dữ liệu quốc gia về dân cư ÷ hồ sơ; không áp dụng với cấp xã.',
    'Dossiers that used the population database ÷ dossiers; does not apply to communes.',
  ),
  '5.2': formula(
    'Phản ánh, kiến nghị xử lý đúng hạn ÷ phản ánh, kiến nghị đã xử lý trong kỳ (trả lời trong 15, từ chối hoặc chuyển trong 2 ngày làm việc); không có thì được đủ điểm.',
    'Petitions handled in time ÷ petitions handled in the period (answered within 15, refused or forwarded within 2 working days); all points without any.',
  ),
  '5.3': formula(
    '(Phản ánh, kiến nghị − không hài lòng, lặp lại, quá hạn) ÷ phản ánh, kiến nghị tiếp nhận trong kỳ; không có thì được đủ điểm.',
    '(Petitions − dissatisfied, repeated, overdue) ÷ petitions received in the period; all points without any.',
  ),
  '5.4': formula(
    '100 % − (tỷ lệ hồ sơ quá hạn + tỷ lệ hồ sơ có phản ánh hoặc đánh giá không hài lòng); đủ điểm từ 90 %; không có hồ sơ thì 0 điểm.',
    '100 % − (share overdue + share with a petition or a dislike); all points from 90 %; none without dossiers.',
  ),
};
