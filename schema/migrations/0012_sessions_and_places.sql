CREATE TABLE `known_places` (
	`place` blob NOT NULL,
	`clerk_id` text NOT NULL,
	`until` text NOT NULL,
	PRIMARY KEY(`place`, `clerk_id`),
	FOREIGN KEY (`clerk_id`) REFERENCES `clerks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `known_places_until` ON `known_places` (`until`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `seen_at` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `locked_at` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `address` text DEFAULT 'unknown' NOT NULL;