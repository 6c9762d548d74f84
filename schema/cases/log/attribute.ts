/** An attribute of a case log, as XES has it (IEEE 1849): a typed value, and under it others. */
import { z } from 'zod';

export const ATTRIBUTE_KINDS = ['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

/** `value` is as the log wrote it; a list and a container have none. */
export type Attribute = { kind: AttributeKind; key: string; value: string; under?: Attribute[] | undefined };

export const Attribute: z.ZodType<Attribute> = z.object({
  kind: z.enum(ATTRIBUTE_KINDS),
  key: z.string(),
  value: z.string(),
  under: z.array(z.lazy(() => Attribute)).optional(),
});
