DROP INDEX `cases_handler`;--> statement-breakpoint
DROP INDEX `cases_first_contact`;--> statement-breakpoint
CREATE INDEX `cases_handler` ON `cases` (`handler`,phase <> 'open',coalesce(CASE phase WHEN 'decided' THEN json_extract(life, '$.decision.tellBy')
  WHEN 'closed' THEN coalesce(late_by, ring_by, json_extract(correction, '$.reviewBy')) END, due_on, '9999'),`opened_at`,`id`) WHERE phase <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_first_contact` ON `cases` (`first_contact`,phase <> 'open',coalesce(CASE phase WHEN 'decided' THEN json_extract(life, '$.decision.tellBy')
  WHEN 'closed' THEN coalesce(late_by, ring_by, json_extract(correction, '$.reviewBy')) END, due_on, '9999'),`opened_at`,`id`) WHERE phase <> 'closed';
