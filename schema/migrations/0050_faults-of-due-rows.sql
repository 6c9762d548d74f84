ALTER TABLE `outbox` ADD `faults` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `rests_until` text;