ALTER TABLE `appointments` ADD `cancel_until` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `late_until` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `rejoin_until` text;