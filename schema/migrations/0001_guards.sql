-- A2: the ledger is append-only.
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hall_history_update AFTER UPDATE ON hall WHEN old.key IS NOT new.key OR old.names IS NOT new.names OR old.telephone IS NOT new.telephone OR old.address IS NOT new.address OR old.time_zone IS NOT new.time_zone OR old.sample IS NOT new.sample OR old.settings IS NOT new.settings BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'hall', old.id, json_object('key', old.key, 'names', old.names, 'telephone', old.telephone, 'address', old.address, 'time_zone', old.time_zone, 'sample', old.sample, 'settings', old.settings));
END;
--> statement-breakpoint
CREATE TRIGGER hall_history_delete AFTER DELETE ON hall BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'hall', old.id, json_object('key', old.key, 'names', old.names, 'telephone', old.telephone, 'address', old.address, 'time_zone', old.time_zone, 'sample', old.sample, 'settings', old.settings));
END;
--> statement-breakpoint
CREATE TRIGGER groups_history_update AFTER UPDATE ON groups WHEN old.names IS NOT new.names OR old."order" IS NOT new."order" BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'groups', old.letter, json_object('names', old.names, 'order', old."order"));
END;
--> statement-breakpoint
CREATE TRIGGER groups_history_delete AFTER DELETE ON groups BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'groups', old.letter, json_object('names', old.names, 'order', old."order"));
END;
--> statement-breakpoint
CREATE TRIGGER matters_history_update AFTER UPDATE ON matters WHEN old.letter IS NOT new.letter OR old.names IS NOT new.names OR old.materials IS NOT new.materials OR old.limit_days IS NOT new.limit_days OR old.limit_unit IS NOT new.limit_unit OR old.typical_minutes IS NOT new.typical_minutes OR old.fee IS NOT new.fee OR old.basis IS NOT new.basis OR old.offered IS NOT new.offered BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'matters', old.id, json_object('letter', old.letter, 'names', old.names, 'materials', old.materials, 'limit_days', old.limit_days, 'limit_unit', old.limit_unit, 'typical_minutes', old.typical_minutes, 'fee', old.fee, 'basis', old.basis, 'offered', old.offered));
END;
--> statement-breakpoint
CREATE TRIGGER matters_history_delete AFTER DELETE ON matters BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'matters', old.id, json_object('letter', old.letter, 'names', old.names, 'materials', old.materials, 'limit_days', old.limit_days, 'limit_unit', old.limit_unit, 'typical_minutes', old.typical_minutes, 'fee', old.fee, 'basis', old.basis, 'offered', old.offered));
END;
--> statement-breakpoint
CREATE TRIGGER counters_history_update AFTER UPDATE ON counters WHEN old.label IS NOT new.label OR old.letters IS NOT new.letters OR old.in_use IS NOT new.in_use BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'counters', old.id, json_object('label', old.label, 'letters', old.letters, 'in_use', old.in_use));
END;
--> statement-breakpoint
CREATE TRIGGER counters_history_delete AFTER DELETE ON counters BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'counters', old.id, json_object('label', old.label, 'letters', old.letters, 'in_use', old.in_use));
END;
--> statement-breakpoint
CREATE TRIGGER clerks_history_update AFTER UPDATE ON clerks WHEN old.account IS NOT new.account OR old.name IS NOT new.name OR old.role IS NOT new.role OR old.may_pick IS NOT new.may_pick OR old.active IS NOT new.active BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'clerks', old.id, json_object('account', old.account, 'name', old.name, 'role', old.role, 'may_pick', old.may_pick, 'active', old.active));
END;
--> statement-breakpoint
CREATE TRIGGER clerks_history_delete AFTER DELETE ON clerks BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'clerks', old.id, json_object('account', old.account, 'name', old.name, 'role', old.role, 'may_pick', old.may_pick, 'active', old.active));
END;
--> statement-breakpoint
CREATE TRIGGER devices_history_update AFTER UPDATE ON devices WHEN old.kind IS NOT new.kind OR old.name IS NOT new.name OR old.enrolled_at IS NOT new.enrolled_at OR old.revoked_at IS NOT new.revoked_at BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'devices', old.id, json_object('kind', old.kind, 'name', old.name, 'enrolled_at', old.enrolled_at, 'revoked_at', old.revoked_at));
END;
--> statement-breakpoint
CREATE TRIGGER devices_history_delete AFTER DELETE ON devices BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'devices', old.id, json_object('kind', old.kind, 'name', old.name, 'enrolled_at', old.enrolled_at, 'revoked_at', old.revoked_at));
END;
--> statement-breakpoint
CREATE TRIGGER series_history_update AFTER UPDATE ON series WHEN old.plan IS NOT new.plan BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'series', old.id, json_object('plan', old.plan));
END;
--> statement-breakpoint
CREATE TRIGGER series_history_delete AFTER DELETE ON series BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'series', old.id, json_object('plan', old.plan));
END;
--> statement-breakpoint
CREATE TRIGGER openings_history_update AFTER UPDATE ON openings WHEN old.day IS NOT new.day OR old.kind IS NOT new.kind OR old.starts_at IS NOT new.starts_at OR old.ends_at IS NOT new.ends_at OR old.last_ticket_at IS NOT new.last_ticket_at OR old.letters IS NOT new.letters OR old.counter_ids IS NOT new.counter_ids OR old.bookable_share IS NOT new.bookable_share BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'openings', old.id, json_object('day', old.day, 'kind', old.kind, 'starts_at', old.starts_at, 'ends_at', old.ends_at, 'last_ticket_at', old.last_ticket_at, 'letters', old.letters, 'counter_ids', old.counter_ids, 'bookable_share', old.bookable_share));
END;
--> statement-breakpoint
CREATE TRIGGER openings_history_delete AFTER DELETE ON openings BEGIN
  INSERT INTO reference_history (at, table_name, row_id, before)
  VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'openings', old.id, json_object('day', old.day, 'kind', old.kind, 'starts_at', old.starts_at, 'ends_at', old.ends_at, 'last_ticket_at', old.last_ticket_at, 'letters', old.letters, 'counter_ids', old.counter_ids, 'bookable_share', old.bookable_share));
END;
