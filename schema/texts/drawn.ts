/** Which letters, marks and characters the shipped fonts draw (A4): these, in ranges of code points, and these of the extensions. */
const IN_RANGES =
  '41-103 110-113 11a-11b 128-12b 143-144 147-148 14c-14f 152-153 168-16d 192 1a0-1a1 1af-1b0 1cd-1dc 1f8-1f9 ' +
  '251 261 2bb 2c7 2c9-2cb 300-301 304 307 30c 401 410-44f 451 1e3e-1e3f 1ea0-1ef9 20dd 2113 2126 212b ' +
  '3005-3093 3099-309e 30a1-30f6 30fc-30fe 3105-3129 3131-3163 3165-31bb 31f0-31ff 3400-4db5 4e00-9fef ' +
  'f900-f903 f905-f906 f90b-f90c f915 f917-f91a f921 f92c-f92d f92f f931-f935 f937-f93a f943 f947-f94a f94e ' +
  'f952-f953 f95e f962-f967 f96e f972 f974 f976 f979-f97b f97e-f980 f984-f985 f98a-f98c f98e f993 f995 f998 ' +
  'f9ae f9b3 f9b7 f9bb f9bd-f9be f9c0 f9c5-f9c6 f9d0 f9d8-f9d9 f9dc-f9e0 f9e2-f9e4 f9e7 f9e9 f9f1 f9f4-f9f5 ' +
  'f9fa f9fd f9ff fa02 fa05-fa08 fa0a fa0c-fa0f fa11 fa13-fa14 fa18 fa1f-fa21 fa23-fa24 fa27-fa29 fa2f ' +
  'fa33-fa35 fa37-fa38 fa3a fa47 fa49 fa4b fa5d-fa5e fb00-fb04 ff21-ff9f ffa1-ffdc';
const OF_EXTENSIONS =
  '𠂇𠂉𠃌𠅤𠘨𠙶𠳐𡎚𡐓𡗗𢦏𣗋𣲗𣲘𣸣𤇾𤈎𤣩𤧛𤨁𤩽𤫉𥔲𥕢𥖨𥫗𥻗𦈡𦒍𦙶𦝼𦥑𦭜𦰡𧢲𧺯𧾷𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨸏𨺙𩙿' +
  '𩠐𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅' +
  '𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁' +
  '𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐' +
  '𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓𭕄巽拔𰻝𰻞𱁬';
const RANGES = IN_RANGES.split(' ').map((range) => range.split('-').map((code) => Number.parseInt(code, 16)));
const ALONE = new Set(OF_EXTENSIONS);
/** What belongs to a name; private use: signs of old household registers. What is invisible needs no picture. */
const OF_NAMES = /^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{Co}]/u;
const ACCENTED = /\p{Script=Latin}\p{M}+/gu;

/** Those of a text that no paper can show, each once; a test holds it against the fonts. */
export function undrawnSigns(text: string): string[] {
  return [...new Set(composed(text))].filter(isUndrawn);
}

/** As it is printed: who gives the paper writes it by hand (`byHand` says so), and everybody can look up which signs they are. */
export function drawnText(text: string, byHand: string): string {
  let shown = '';
  let codes: string[] = [];
  for (const sign of [...composed(text), '']) {
    if (isUndrawn(sign)) {
      codes.push(codeOf(sign));
      continue;
    }
    if (codes.length > 0) shown += `〔${byHand} ${codes.join(' ')}〕`;
    codes = [];
    shown += sign;
  }
  return shown;
}

function isUndrawn(sign: string): boolean {
  if (!OF_NAMES.test(sign) || ALONE.has(sign)) return false;
  const code = sign.codePointAt(0)!;
  return !RANGES.some(([from = 0, to = from]) => code >= from && code <= to);
}

/** A letter and its accent as the one sign that a font has. */
function composed(text: string): string {
  return text.replace(ACCENTED, (signs) => signs.normalize('NFC'));
}

function codeOf(sign: string): string {
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
