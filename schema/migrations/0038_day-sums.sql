CREATE TABLE `case_sums` (
	`day` text NOT NULL,
	`matter_id` text NOT NULL,
	`came_by` text NOT NULL,
	`state` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `matter_id`, `came_by`, `state`)
);
--> statement-breakpoint
CREATE TABLE `clerk_sums` (
	`day` text NOT NULL,
	`clerk_id` text NOT NULL,
	`sittings` integer NOT NULL,
	`served_ms` integer NOT NULL,
	PRIMARY KEY(`day`, `clerk_id`)
);
--> statement-breakpoint
CREATE TABLE `day_sums` (
	`day` text NOT NULL,
	`outcome` text NOT NULL,
	`carried_in` integer NOT NULL,
	`wait_min` integer NOT NULL,
	`tickets` integer NOT NULL,
	`calls` integer NOT NULL,
	`recalls` integer NOT NULL,
	`misses` integer NOT NULL,
	`served_ms` integer NOT NULL,
	PRIMARY KEY(`day`, `outcome`, `carried_in`, `wait_min`)
);
--> statement-breakpoint
CREATE INDEX `cases_due` ON `cases` (`due_on`) WHERE phase IN ('accepted', 'proposed');--> statement-breakpoint
CREATE INDEX `sittings_day` ON `sittings` (`day`);