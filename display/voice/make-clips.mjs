/**
 * Makes the clips of the hall's voice (D4) into web/public/voice/: run it with Node where espeak-ng is installed.
 * A hall may replace any clip by a recorded one of the same name; the screens play whatever is there.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const RATE = 22_050;
const PEAK = 0.85;
const OUT = new URL('../../web/public/voice/', import.meta.url);

// Pinyin and not characters: espeak-ng's `cmn` dictionary may lack a character and then spells its pinyin in English.
const SYLLABLES = {
  qing: 'qing3',
  hao: 'hao4',
  dao: 'dao4',
  'hao-chuangkou': 'hao4 chuang1 kou3',
  0: 'ling2',
  1: 'yi1',
  '1-yao': 'yao1', // 一 in a number read digit by digit is yāo, so that nobody hears qī
  2: 'er4',
  3: 'san1',
  4: 'si4',
  5: 'wu3',
  6: 'liu4',
  7: 'qi1',
  8: 'ba1',
  9: 'jiu3',
  10: 'shi2',
};

mkdirSync(OUT, { recursive: true });
for (const [name, pinyin] of Object.entries(SYLLABLES)) write(name, trim(spoken('cmn-latn-pinyin', pinyin)));
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') write(letter, trim(spoken('cmn', letter)));
write('chime', chime());

/** The samples (-1 to 1) of what espeak-ng says. */
function spoken(voice, words) {
  const file = new URL('spoken.tmp', OUT);
  execFileSync('espeak-ng', ['-v', voice, '-s', '135', '-p', '45', '-g', '2', '-w', file.pathname, words]);
  const wav = readFileSync(file);
  rmSync(file);
  const at = wav.indexOf('data') + 8;
  const count = (wav.length - at) >> 1;
  return Float64Array.from({ length: count }, (_, i) => wav.readInt16LE(at + 2 * i) / 32_768);
}

/** Without the silence at both ends, with the same peak, and with soft edges, so that clips join without a click. */
function trim(samples) {
  const loud = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const heard = (one) => Math.abs(one) > loud * 0.02;
  const from = Math.max(0, samples.findIndex(heard) - RATE * 0.01);
  const to = Math.min(samples.length, samples.findLastIndex(heard) + RATE * 0.03);
  const part = samples.slice(from, to);
  const edge = RATE * 0.005;
  return part.map((one, i) => (one / loud) * PEAK * Math.min(1, i / edge, (part.length - 1 - i) / edge));
}

/** Two falling tones, each with a soft overtone. */
function chime() {
  const tones = [
    { hz: 659.26, at: 0 },
    { hz: 523.25, at: 0.45 },
  ];
  const samples = new Float64Array(RATE * 1.5);
  for (const { hz, at } of tones) {
    for (let i = Math.floor(at * RATE); i < samples.length; i++) {
      const t = i / RATE - at;
      const swell = Math.min(1, t / 0.01) * Math.exp(-3.2 * t);
      samples[i] += 0.45 * swell * (Math.sin(2 * Math.PI * hz * t) + 0.25 * Math.sin(4 * Math.PI * hz * t));
    }
  }
  const tail = RATE * 0.2;
  return samples.map((one, i) => one * Math.min(1, (samples.length - 1 - i) / tail));
}

/** Mono, 16 bits: a browser decodes it everywhere and without the padding of MP3. */
function write(name, samples) {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((one, i) => {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, one)) * 32_767), 2 * i);
  });
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  writeFileSync(new URL(`${name}.wav`, OUT), Buffer.concat([head, data]));
}
