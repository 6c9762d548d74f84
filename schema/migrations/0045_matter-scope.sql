ALTER TABLE `matters` ADD `domain` text;--> statement-breakpoint
ALTER TABLE `matters` ADD `place` text;--> statement-breakpoint
ALTER TABLE `matters` ADD `extension_days` integer;--> statement-breakpoint
ALTER TABLE `matters` ADD `pauses` text;