/** What is wrong with a field, in the reader's language (A3). A schema gives the key as its issue's message. */
import { inLanguage, type Language, type Names } from '../ids.ts';

const fault = (hans: string, hant: string, en: string) => ({ 'zh-Hans': hans, 'zh-Hant': hant, en }) satisfies Names;

const FAULTS = {
  'name-blank': fault(
    '请填写姓名，不能只有空格或符号。',
    '請填寫姓名，不能只有空格或符號。',
    'Enter a name with letters in it.',
  ),
  'name-long': fault('姓名最多 60 个字。', '姓名最多 60 個字。', 'A name has at most 60 characters.'),
  'name-signs': fault(
    '姓名不能有换行或控制字符。',
    '姓名不能有換行或控制字元。',
    'A name has no line break and no control character.',
  ),
  'telephone-wrong': fault(
    '电话号码不对：手机 11 位；固定电话请带区号，如 0851-85551234；境外号码以 + 开头。',
    '電話號碼不對：手機 11 位；固定電話請帶區號，如 0851-85551234；境外號碼以 + 開頭。',
    'That is no full telephone number: a mobile has 11 digits, a landline its area code (0851-85551234), one from abroad begins with +.',
  ),
  'telephone-not-mobile': fault(
    '请填写能收短信的手机号码。',
    '請填寫能收短信的手機號碼。',
    'Enter a mobile number, which takes short messages.',
  ),
  'account-wrong': fault(
    '账号须为 2 至 40 个字，不能有换行或控制字符。',
    '帳號須為 2 至 40 個字，不能有換行或控制字元。',
    'An account has 2 to 40 characters, no line break and no control character.',
  ),
  'label-wrong': fault(
    '窗口名称须为 1 至 8 个字。',
    '窗口名稱須為 1 至 8 個字。',
    'A counter’s label has 1 to 8 characters.',
  ),
  'device-name-wrong': fault(
    '设备名称须为 1 至 40 个字，不能有换行或控制字符。',
    '裝置名稱須為 1 至 40 個字，不能有換行或控制字元。',
    'A device’s name has 1 to 40 characters, no line break and no control character.',
  ),
  'number-wrong': fault(
    '号码不对，请照号票或回执输入。',
    '號碼不對，請照號票或回執輸入。',
    'That is no number; enter it as it stands on the slip or paper.',
  ),
  'senders-number-wrong': fault(
    '来件编号最多 40 个字，须含数字；没有编号请留空。',
    '來件編號最多 40 個字，須含數字；沒有編號請留空。',
    'The sender’s number has at most 40 characters and a digit in it; leave it empty where there is none.',
  ),
  'sought-wrong': fault(
    '请输入号票号码（其他日子的加日期，如 A001 2026-11-20）、回执或告知书编号，或完整的电话、电话后四位、姓名、证件号码。',
    '請輸入號票號碼（其他日子的加日期，如 A001 2026-11-20）、回執或告知書編號，或完整的電話、電話後四位、姓名、證件號碼。',
    'Enter a ticket’s number (of another day with its date: A001 2026-11-20), the number of a receipt or notice, or the whole of a telephone, its last four, a name or a document number.',
  ),
  'code-wrong': fault(
    '请输入预约码、电话后四位，或完整的电话号码。',
    '請輸入預約碼、電話後四位，或完整的電話號碼。',
    'Enter the code, the last four digits of the telephone, or the whole number.',
  ),
  'last-four-wrong': fault(
    '请输入电话的后四位数字。',
    '請輸入電話的後四位數字。',
    'Enter the last four digits of the telephone.',
  ),
  'text-long': fault('文字太长，请缩短。', '文字太長，請縮短。', 'The text is too long.'),
  'text-short': fault('请多写几个字说明。', '請多寫幾個字說明。', 'Please write a little more.'),
  'text-signs': fault(
    '文字里有控制字符，请删去。',
    '文字裡有控制字元，請刪去。',
    'The text has control characters; take them out.',
  ),
  'text-identity': fault(
    '“{word}”像个人证件号码，请删去：备注会长期保存，这里不写证件号码；需要核对时请看证件。',
    '「{word}」像個人證件號碼，請刪去：備註會長期保存，這裡不寫證件號碼；需要核對時請看證件。',
    '“{word}” looks like the number of somebody’s document; take it out. Notes are kept for ever: check the document, and do not copy its number.',
  ),
  'text-mobile': fault(
    '“{word}”像手机号码，请删去：备注会长期保存，居民的电话只在预约时填写；机构请写座机。',
    '「{word}」像手機號碼，請刪去：備註會長期保存，居民的電話只在預約時填寫；機構請寫市話。',
    '“{word}” looks like a mobile number; take it out. Notes are kept for ever: a resident’s telephone belongs into the booking, of an agency write the landline.',
  ),
  'resident-id-wrong': fault(
    '身份证号码不对：应为 18 位（旧证 15 位），末位可以是 X；请照证件核对出生日期和末位。',
    '身分證號碼不對：應為 18 位（舊證 15 位），末位可以是 X；請照證件核對出生日期和末位。',
    'That is no resident identity number: it has 18 digits (15 on old cards), the last may be X. Check the date of birth and the last digit on the card.',
  ),
  'hk-macao-permit-wrong': fault(
    '来往内地通行证号码不对：应为 H 或 M 加 8 位数字。',
    '來往內地通行證號碼不對：應為 H 或 M 加 8 位數字。',
    'That is no number of a mainland travel permit: it is H or M and 8 digits.',
  ),
  'taiwan-permit-wrong': fault(
    '台湾居民来往大陆通行证号码不对：应为 8 位数字。',
    '臺灣居民來往大陸通行證號碼不對：應為 8 位數字。',
    'That is no number of a travel permit for Taiwan residents: it has 8 digits.',
  ),
  'hmt-residence-wrong': fault(
    '港澳台居民居住证号码不对：应为 18 位，以 810000、820000 或 830000 开头；请照证件核对。',
    '港澳臺居民居住證號碼不對：應為 18 位，以 810000、820000 或 830000 開頭；請照證件核對。',
    'That is no number of a residence permit for Hong Kong, Macao and Taiwan residents: it has 18 digits and begins with 810000, 820000 or 830000.',
  ),
  'permanent-resident-wrong': fault(
    '外国人永久居留身份证号码不对：应为 18 位、以 9 开头，旧证为 3 个字母加 12 位数字。',
    '外國人永久居留身分證號碼不對：應為 18 位、以 9 開頭，舊證為 3 個字母加 12 位數字。',
    'That is no number of a foreign permanent resident card: it has 18 digits and begins with 9; old cards have 3 letters and 12 digits.',
  ),
  'passport-wrong': fault(
    '护照号码不对：应为 5 至 15 位字母和数字。',
    '護照號碼不對：應為 5 至 15 位字母和數字。',
    'That is no passport number: it has 5 to 15 letters and digits.',
  ),
  'credit-code-wrong': fault(
    '统一社会信用代码不对：应为 18 位；请照执照核对。',
    '統一社會信用代碼不對：應為 18 位；請照執照核對。',
    'That is no unified social credit code: it has 18 signs; check it on the licence.',
  ),
  'document-wrong': fault(
    '这不是完整的证件号码，请照证件输入。',
    '這不是完整的證件號碼，請照證件輸入。',
    'That is no whole document number; enter it as it stands on the document.',
  ),
  'document-of-other': fault(
    '个人请填个人证件，单位请填统一社会信用代码。',
    '個人請填個人證件，單位請填統一社會信用代碼。',
    'A person has a document of a person, an organisation its unified social credit code.',
  ),
} as const;
export type Fault = keyof typeof FAULTS;
/** A fault with the word that is wrong, where a text has many. */
export type Told = Fault | `${Fault}:${string}`;

function isFault(key: string): key is Fault {
  return Object.hasOwn(FAULTS, key);
}

/** Null for what no person types: then the field's own name has to do. */
export function faultSentence(key: string, language: Language): string | null {
  const [fault = '', word = ''] = key.split(':');
  return isFault(fault) ? inLanguage(FAULTS[fault], language).replace('{word}', word) : null;
}
