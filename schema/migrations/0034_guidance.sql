CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
ALTER TABLE `matters` ADD `conditions` text;--> statement-breakpoint
ALTER TABLE `matters` ADD `channels` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `held_at` text DEFAULT '' NOT NULL;