CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`clerk_id` text NOT NULL,
	`from_at` text NOT NULL,
	`until_at` text,
	`deputy` text,
	`note` text NOT NULL,
	`override` text,
	`has_begun` integer NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `absences_clerk` ON `absences` (`clerk_id`,`ended_at`);