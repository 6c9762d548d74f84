/** What somebody knows a session by: the browser in short, and what kind of address it came from. No address is kept. */

/** The first that fits: most browsers also name those from which they came. */
const BROWSERS = [
  [/MicroMessenger/, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/QQBrowser/, 'QQ'],
  [/(?:360SE|360EE|QIHU)/, '360'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Deepin|Kylin/, 'Kylin/UOS'],
  [/Linux/, 'Linux'],
] as const;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/** `Edge · Windows`; empty where it does not say. */
export function browserWords(agent: string): string {
  const named = (of: readonly (readonly [RegExp, string])[]) => of.find(([sign]) => sign.test(agent))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ');
}

/** Of an address as the edge gives it: an IPv4 one, or the first half of an IPv6 one. */
export function addressKind(address: string): 'machine' | 'house' | 'outside' | 'unknown' {
  if (address === '') return 'unknown';
  if (IPV4.test(address)) return address.startsWith('127.') ? 'machine' : PRIVATE.test(address) ? 'house' : 'outside';
  if (/^0:0:0:0:/.test(address)) return 'machine';
  return /^(?:f[cd]|fe[89ab])[0-9a-f]*:/.test(address) ? 'house' : 'outside';
}
