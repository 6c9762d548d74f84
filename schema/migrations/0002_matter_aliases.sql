ALTER TABLE `matters` ADD `aliases` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `matters` ADD `spelling` text DEFAULT '' NOT NULL;
--> statement-breakpoint
DROP TRIGGER matters_history_update;
--> statement-breakpoint
DROP TRIGGER matters_history_delete;
--> statement-breakpoint
ALTER TABLE `matters` DROP COLUMN `pinyin`;
--> statement-breakpoint
ALTER TABLE `matters` DROP COLUMN `initials`;
--> statement-breakpoint
CREATE TRIGGER matters_history_update AFTER UPDATE ON matters WHEN old.letter IS NOT new.letter OR old.names IS NOT new.names OR old.aliases IS NOT new.aliases OR old.materials IS NOT new.materials OR old.limit_days IS NOT new.limit_days OR old.limit_unit IS NOT new.limit_unit OR old.typical_minutes IS NOT new.typical_minutes OR old.fee IS NOT new.fee OR old.basis IS NOT new.basis OR old.offered IS NOT new.offered BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'matters', old.id, json_object('letter', old.letter, 'names', old.names, 'aliases', old.aliases, 'materials', old.materials, 'limit_days', old.limit_days, 'limit_unit', old.limit_unit, 'typical_minutes', old.typical_minutes, 'fee', old.fee, 'basis', old.basis, 'offered', old.offered));
END;
--> statement-breakpoint
CREATE TRIGGER matters_history_delete AFTER DELETE ON matters BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'matters', old.id, json_object('letter', old.letter, 'names', old.names, 'aliases', old.aliases, 'materials', old.materials, 'limit_days', old.limit_days, 'limit_unit', old.limit_unit, 'typical_minutes', old.typical_minutes, 'fee', old.fee, 'basis', old.basis, 'offered', old.offered));
END;
