/** What is wrong with a hall while it runs: told to who can help, on a banner and in /readyz (A3). */
import { z } from 'zod';
import { Instant, type Language, type Names } from '../ids.ts';
import { type Facts, filled } from '../refusal.ts';

/**
 * `read-only`: nothing is written until it is over, and each wish is refused with a sentence; `not-ready`: writing
 * fails by itself; `degraded`: the hall works, and somebody has to look.
 */
const LEVELS = ['read-only', 'not-ready', 'degraded'] as const;

const trouble = (level: (typeof LEVELS)[number], hans: string, hant: string, en: string) => ({
  level,
  sentence: { 'zh-Hans': hans, 'zh-Hant': hant, en } satisfies Names,
});

export const TROUBLES = {
  'file-damaged': trouble(
    'read-only',
    '大厅文件损坏，已停止写入：{why}。请停机并恢复备份（npm run hall -- restore）。',
    '大廳檔案損壞，已停止寫入：{why}。請停機並還原備份（npm run hall -- restore）。',
    'The hall’s file is damaged and nothing is written: {why}. Stop the hall and restore a backup (npm run hall -- restore).',
  ),
  'not-verified': trouble(
    'degraded',
    '大厅文件未能核对：{why}。十分钟后自动再试；仍然不行，请查看磁盘空间和运行日志。',
    '大廳檔案未能核對：{why}。十分鐘後自動再試；仍然不行，請查看磁碟空間和執行日誌。',
    'The hall’s file could not be verified: {why}. It is tried again in ten minutes; if that fails too, look at the disk and the log.',
  ),
  'disk-full': trouble(
    'read-only',
    '磁盘只剩 {free}，已停止写入。请清理磁盘，随后自动恢复；限额设得过高的，管理员可在设置里调低。',
    '磁碟只剩 {free}，已停止寫入。請清理磁碟，隨後自動恢復；限額設得過高的，管理員可在設定裡調低。',
    'Only {free} of the disk are free and nothing is written. Free some; the hall goes on by itself. An administrator lowers a limit that is too high in the settings.',
  ),
  'write-failing': trouble(
    'not-ready',
    '无法写入大厅文件：{why}。',
    '無法寫入大廳檔案：{why}。',
    'The hall’s file cannot be written: {why}.',
  ),
  'disk-low': trouble(
    'degraded',
    '磁盘只剩 {free}。低于 {stop} 时将停止取号和办理。',
    '磁碟只剩 {free}。低於 {stop} 時將停止取號和辦理。',
    'Only {free} of the disk are free. Below {stop} the hall stops issuing and serving.',
  ),
  'redis-away': trouble(
    'degraded',
    'Redis 无法连接；定时事项由大厅自己执行。',
    'Redis 無法連線；定時事項由大廳自己執行。',
    'Redis is away; the hall does its timed work itself.',
  ),
  'work-late': trouble(
    'degraded',
    '有 {count} 件定时事项迟到，最久 {seconds} 秒。',
    '有 {count} 件定時事項遲到，最久 {seconds} 秒。',
    'Timed work is late: {count} things, the oldest by {seconds} seconds.',
  ),
  'jobs-failing': trouble(
    'degraded',
    '有 {count} 件定时事项反复失败，最近一件：{kind}。',
    '有 {count} 件定時事項反覆失敗，最近一件：{kind}。',
    'Timed work keeps failing: {count} things, the last of them {kind}.',
  ),
  'messages-failing': trouble(
    'degraded',
    '今天有 {count} 条消息没有发出。请电话通知居民。',
    '今天有 {count} 則訊息沒有發出。請電話通知居民。',
    'Today {count} messages could not be sent. Ring the residents.',
  ),
  'backup-late': trouble(
    'degraded',
    '最近一次备份：{at}。请检查备份文件夹。',
    '最近一次備份：{at}。請檢查備份資料夾。',
    'The last backup is of {at}. Look at the folder of backups.',
  ),
  'calendar-missing': trouble(
    'degraded',
    '{year} 年的放假安排尚未导入，该年的办结期限都是暂定的。请管理员在“日历”中导入。',
    '{year} 年的放假安排尚未匯入，該年的辦結期限都是暫定的。請管理員在「日曆」中匯入。',
    'The official calendar of {year} is not imported, so due dates of that year are provisional. An administrator imports it under “Calendar”.',
  ),
  'entrustment-ends': trouble(
    'degraded',
    '有 {count} 个委托事项将在 30 天内期满，最早的是“{name}”（{until}，还有 {days} 天）。请管理员在“指导目录”中办理续期。',
    '有 {count} 個委託事項將在 30 天內期滿，最早的是「{name}」（{until}，還有 {days} 天）。請管理員在「指導目錄」中辦理續期。',
    'Entrustments that end within 30 days: {count}. The first is “{name}” ({until}, in {days} days). An administrator renews it under “Catalogue”.',
  ),
  'standing-owed': trouble(
    'degraded',
    '有 {count} 个事项没有写明设立依据，如“{name}”。没有委托书的委托事项暂不提供取号和预约。请管理员在“指导目录”中填写。',
    '有 {count} 個事項沒有寫明設立依據，如「{name}」。沒有委託書的委託事項暫不提供取號和預約。請管理員在「指導目錄」中填寫。',
    'Of {count} matters nobody has said on what they stand, such as “{name}”. An entrusted one without its letter is not offered meanwhile. An administrator enters it under “Catalogue”.',
  ),
  'clock-stepped': trouble(
    'degraded',
    '电脑时钟跳动了 {minutes} 分钟。请核对时间。',
    '電腦時鐘跳動了 {minutes} 分鐘。請核對時間。',
    'The machine’s clock jumped by {minutes} minutes. Check the time.',
  ),
  'clock-held': trouble(
    'degraded',
    '电脑时钟向前跳了 {minutes} 分钟，大厅仍按原来的时间。时间正确请确认。',
    '電腦時鐘向前跳了 {minutes} 分鐘，大廳仍按原來的時間。時間正確請確認。',
    'The machine’s clock jumped {minutes} minutes ahead; the hall keeps its own time. Confirm when the clock is right.',
  ),
} as const;

export const TroubleKind = z.enum(Object.keys(TROUBLES) as [keyof typeof TROUBLES]);
export type TroubleKind = keyof typeof TROUBLES;

/** A row of the staff's board: one of each kind, while it lasts. */
export const troubleRow = z.object({
  id: TroubleKind,
  level: z.enum(LEVELS),
  since: Instant,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Trouble = z.infer<typeof troubleRow>;

export function troubleSentence({ id, facts }: Pick<Trouble, 'id' | 'facts'>, language: Language): string {
  return filled(TROUBLES[id].sentence[language], facts as Facts);
}
