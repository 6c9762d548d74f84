/** D4: plays shipped clips without a gap through Web Audio. */
import { CLIPS, PAUSE } from './clips.ts';

const PAUSE_S = 0.22;
const LEAD_S = 0.05;

export type Player = {
  /** Resolves when the last clip has been heard; at once, with false, when there is no sound to be had. */
  play: (clips: string[]) => Promise<boolean>;
  /** True while the browser waits for a touch before it lets a page sound. */
  isSuspended: () => boolean;
  /** To be called from a touch or a key. */
  wake: () => Promise<void>;
};

/** `onChange` is told whenever the browser suspends or resumes the sound. */
export function createPlayer(onChange: () => void): Player {
  const audio = new AudioContext();
  audio.addEventListener('statechange', onChange);
  const buffers = new Map<string, AudioBuffer>();
  const loaded = Promise.allSettled(CLIPS.map(load));

  async function load(clip: string): Promise<void> {
    const reply = await fetch(`/voice/${clip}.wav`);
    if (!reply.ok) throw new Error(`no clip ${clip}`);
    buffers.set(clip, await audio.decodeAudioData(await reply.arrayBuffer()));
  }

  async function play(clips: string[]): Promise<boolean> {
    await loaded;
    if (audio.state !== 'running') return false;
    let at = audio.currentTime + LEAD_S;
    let last: AudioBufferSourceNode | null = null;
    for (const clip of clips) {
      const buffer = buffers.get(clip);
      if (clip !== PAUSE && buffer) {
        last = audio.createBufferSource();
        last.buffer = buffer;
        last.connect(audio.destination);
        last.start(at);
      }
      at += clip === PAUSE ? PAUSE_S : (buffer?.duration ?? 0);
    }
    const end = last;
    if (!end) return false;
    // A loudspeaker that is pulled out stops the clock of the sound, and `ended` would never come: time is the second witness.
    const longest = (at - audio.currentTime + 2) * 1_000;
    await new Promise<void>((resolve) => {
      end.addEventListener('ended', () => resolve());
      setTimeout(resolve, longest);
    });
    return true;
  }

  return { play, isSuspended: () => audio.state !== 'running', wake: () => audio.resume() };
}
