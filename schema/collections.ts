/** The collections of rows that boards are made of; whose rows each holds says the folder of its subject. */
export type CollectionName =
  | 'hall'
  | 'settings'
  | 'openings'
  | 'notes'
  | 'offers'
  | 'served'
  | 'queues'
  | 'counters'
  | 'calls'
  | 'tickets';
