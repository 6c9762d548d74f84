-- Read tables: their rows are written anew from the ledger after this.
DROP TABLE `cases`;--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`matter_id` text NOT NULL,
	`origin_kind` text NOT NULL,
	`number` text NOT NULL,
	`origin_day` text NOT NULL,
	`ticket_id` text,
	`person_id` text,
	`first_contact` text NOT NULL,
	`handler` text NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	`receipt_no` text,
	`accepted_on` text,
	`due_on` text,
	`legal_due_on` text,
	`notice_no` text,
	`missing` text,
	`note` text DEFAULT '' NOT NULL,
	`offer_id` text,
	`offer_from` text,
	`offer_to` text,
	`offer_note` text,
	`offer_lapses_at` text,
	`proposal` text,
	`sent_back` text,
	`outcome` text,
	`destination` text
);
--> statement-breakpoint
CREATE INDEX `cases_ticket` ON `cases` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `cases_handler` ON `cases` (`handler`) WHERE phase <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_first_contact` ON `cases` (`first_contact`) WHERE phase <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_offer_to` ON `cases` (`offer_to`) WHERE offer_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_proposed` ON `cases` (`phase`) WHERE phase = 'proposed';--> statement-breakpoint
CREATE INDEX `cases_sent_back` ON `cases` (`id`) WHERE sent_back IS NOT NULL;--> statement-breakpoint
ALTER TABLE `notes` ADD `number` text;--> statement-breakpoint
ALTER TABLE `notes` DROP COLUMN `ticket_id`;