/** How much of the disk is left where the hall's file is, and when that is too little (A3). */
import { statfsSync } from 'node:fs';
import type { Settings } from '../../schema/settings.ts';

/** Bytes. */
export type Space = { free: number; size: number };
type Limits = Pick<Settings, 'diskLowBytes' | 'diskStopBytes' | 'diskLowShare' | 'diskStopShare'>;

export function spaceIn(dir: string): Space {
  const { bavail, blocks, bsize } = statfsSync(dir);
  return { free: bavail * bsize, size: blocks * bsize };
}

/** Bytes below which somebody is warned, and below which nothing is written; of a smaller volume its shares count. */
export function limitsFor({ size }: Space, settings: Limits): { low: number; stop: number } {
  const { diskLowBytes, diskStopBytes, diskLowShare, diskStopShare } = settings;
  return { low: Math.min(diskLowBytes, size * diskLowShare), stop: Math.min(diskStopBytes, size * diskStopShare) };
}

/** As people read it: 1.5 GB. */
export function bytesText(bytes: number): string {
  const mib = bytes / 1_048_576;
  return mib < 1_024 ? `${mib < 10 ? mib.toFixed(1) : Math.round(mib)} MB` : `${(mib / 1_024).toFixed(1)} GB`;
}
