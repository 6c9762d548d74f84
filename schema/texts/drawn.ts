/** Which Chinese characters the shipped font draws (A4): the whole of two blocks, and these of the extensions. */
const OF_EXTENSIONS = new Set(
  '𠂇𠂉𠃌𠅤𠘨𠙶𠳐𡎚𡐓𡗗𢦏𣗋𣲗𣲘𣸣𤇾𤈎𤣩𤧛𤨁𤩽𤫉𥔲𥕢𥖨𥫗𥻗𦈡𦒍𦙶𦝼𦥑𦭜𦰡𧢲𧺯𧾷𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨸏𨺙𩙿' +
    '𩠐𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅' +
    '𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁' +
    '𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐' +
    '𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓𭕄巽拔𰻝𰻞𱁬',
);
const OUTSIDE = /(?![\u3400-\u4db5\u4e00-\u9fef])\p{Unified_Ideograph}/gu;

/** Those of a text that no paper can show, each once; a test holds it against the font. */
export function undrawnSigns(text: string): string[] {
  return [...new Set(text.match(OUTSIDE) ?? [])].filter((sign) => !OF_EXTENSIONS.has(sign));
}

/** As it is printed: who gives the paper writes it by hand (`byHand` says so), and everybody can look up which sign it is. */
export function drawnText(text: string, byHand: string): string {
  return text.replace(OUTSIDE, (sign) =>
    OF_EXTENSIONS.has(sign) ? sign : `〔${byHand} U+${sign.codePointAt(0)!.toString(16).toUpperCase()}〕`,
  );
}
