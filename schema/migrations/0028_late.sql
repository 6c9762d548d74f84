ALTER TABLE `cases` ADD `correction` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `late_by` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `late_to` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `inherited_from` text;--> statement-breakpoint
CREATE INDEX `cases_corrected` ON `cases` (`id`) WHERE correction IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_late` ON `cases` (`late_by`) WHERE late_by IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_late_to` ON `cases` (`late_to`) WHERE late_by IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_inherited` ON `cases` (`inherited_from`) WHERE inherited_from IS NOT NULL;--> statement-breakpoint
ALTER TABLE `matters` ADD `applicant_basis` text;--> statement-breakpoint
ALTER TABLE `matters` ADD `public_notice_basis` text;