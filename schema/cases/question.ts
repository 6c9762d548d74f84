/** An ask (C2): what the handler asks of a colleague or of somebody outside; owner and clock stay. */
import { z } from 'zod';
import { ClerkId, Day, QuestionId } from '../ids.ts';
import { remark } from '../typed/remark.ts';

/** How an answer from outside came. */
export const AnswerWay = z.enum(['telephone', 'e-mail', 'post', 'meeting']);
export type AnswerWay = z.infer<typeof AnswerWay>;

/** `outside`: a department, an expert, in words. */
export const AskedOf = z.union([z.object({ clerkId: ClerkId }), z.object({ outside: remark(100, 2) })]);

/** In an event the words are a reference (P1). */
export const Asked = z.union([z.object({ clerkId: ClerkId }), z.object({ outside: z.string() })]);
export type Asked = z.infer<typeof Asked>;

export type Question = {
  id: QuestionId;
  to: Asked;
  by: ClerkId;
  text: string;
  on: Day;
  answerBy: Day;
  reminded?: boolean;
  /** C15: whoever was asked had gone. */
  takenBack?: Day;
  answer?: { by: ClerkId; on: Day; text: string; how?: AnswerWay };
};

/** Clerks by name. `toMe`: I am to answer. */
export const QuestionView = z.object({
  id: QuestionId,
  toName: z.string(),
  isOutside: z.boolean(),
  toMe: z.boolean(),
  byName: z.string(),
  text: z.string(),
  on: Day,
  answerBy: Day,
  takenBackOn: Day.nullable(),
  answer: z.object({ byName: z.string(), on: Day, text: z.string(), how: AnswerWay.nullable() }).nullable(),
});
export type QuestionView = z.infer<typeof QuestionView>;
