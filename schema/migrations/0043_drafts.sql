CREATE TABLE `drafts` (
	`case_id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`sealed` blob NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_ticket` ON `drafts` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `drafts_day` ON `drafts` (`day`);--> statement-breakpoint
ALTER TABLE `cases` ADD `stands_from` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `stands_from` text;