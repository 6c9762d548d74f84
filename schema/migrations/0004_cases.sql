CREATE TABLE `papers` (
	`no` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`case_id` text NOT NULL,
	`clerk_id` text NOT NULL,
	`first_contact` text NOT NULL,
	`due_on` text,
	`note` text NOT NULL,
	`content` text,
	`missing` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `papers_case` ON `papers` (`case_id`);--> statement-breakpoint
CREATE INDEX `papers_day` ON `papers` (`kind`,`day`);--> statement-breakpoint
DROP INDEX `cases_receipt`;--> statement-breakpoint
DROP INDEX `cases_notice`;--> statement-breakpoint
ALTER TABLE `cases` ADD `proposal` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `sent_back` text;--> statement-breakpoint
CREATE INDEX `cases_proposed` ON `cases` (`phase`) WHERE phase = 'proposed';--> statement-breakpoint
CREATE INDEX `cases_sent_back` ON `cases` (`id`) WHERE sent_back IS NOT NULL;--> statement-breakpoint
ALTER TABLE `notes` ADD `about` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `detail` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `over` integer DEFAULT false NOT NULL;