DROP INDEX `tickets_waiting`;--> statement-breakpoint
ALTER TABLE `tickets` ADD `rank_no` real DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `tickets_waiting` ON `tickets` (`live_day`,`rank_at`,`rank_tie`,`rank_no`) WHERE phase = 'waiting';