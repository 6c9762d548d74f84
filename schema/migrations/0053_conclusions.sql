CREATE TABLE `conclusions` (
	`seq` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conclusions_day` ON `conclusions` (`day`,`kind`);--> statement-breakpoint
CREATE INDEX `conclusions_case` ON `conclusions` (`case_id`);