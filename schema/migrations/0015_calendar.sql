CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`days_off` text NOT NULL,
	`make_up_workdays` text NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `hall_days` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `due_limit` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `due_before` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `provisional` integer DEFAULT false NOT NULL;