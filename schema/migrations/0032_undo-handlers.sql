CREATE TABLE `case_handlers` (
	`seq` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`clerk_id` text NOT NULL,
	`how` text NOT NULL,
	`from_at` text NOT NULL,
	`until_at` text
);
--> statement-breakpoint
CREATE INDEX `case_handlers_case` ON `case_handlers` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_handlers_clerk` ON `case_handlers` (`clerk_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `case_handlers_until` ON `case_handlers` (`until_at`);--> statement-breakpoint
ALTER TABLE `papers` ADD `cancelled` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `day_tickets` ADD `wait_ms` integer;