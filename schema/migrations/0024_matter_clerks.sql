ALTER TABLE `matters` ADD `clerk_a` text;--> statement-breakpoint
ALTER TABLE `matters` ADD `clerk_b` text;