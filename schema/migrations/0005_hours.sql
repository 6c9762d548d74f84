CREATE TABLE `day_tickets` (
	`day` text NOT NULL,
	`ticket_id` text NOT NULL,
	`carried_in` integer NOT NULL,
	`from_at` text NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`recalls` integer DEFAULT 0 NOT NULL,
	`misses` integer DEFAULT 0 NOT NULL,
	`passes` integer DEFAULT 0 NOT NULL,
	`first_called_at` text,
	`started_at` text,
	`served_ms` integer DEFAULT 0 NOT NULL,
	`counter_id` text,
	`clerk_id` text,
	`why` text,
	`outcome` text,
	`ended_at` text,
	PRIMARY KEY(`day`, `ticket_id`)
);
--> statement-breakpoint
ALTER TABLE `counter_states` ADD `free_since` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `counter_id` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `by_clerk` text;--> statement-breakpoint
ALTER TABLE `opening_states` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `passes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `misses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `carried_because` text;