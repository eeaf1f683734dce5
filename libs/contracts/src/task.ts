import { z } from 'zod';
import { answerSchema, problemSchema } from './answer';

export const TASK_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;

export const taskIdSchema = z.string().max(60).describe('The name of a task.');

export const taskSchema = z
  .object({
    id: z.string().describe('The name to ask for it by.'),
    state: z.enum(TASK_STATES).describe('How far it is; waiting while another heavy question is counted.'),
    askedAt: z.string().describe('When it was asked.'),
    progress: z
      .object({
        rows: z.number().describe('Rows read by the statement that runs.'),
        rowsToRead: z.number().describe('Rows it will read, as far as the engine can tell.'),
      })
      .nullable()
      .describe('How far the statement that runs has come; null while none does.'),
    answer: answerSchema.nullable().describe('The answer, once it is done.'),
    problem: problemSchema.nullable().describe('Why there is none, once it has failed.'),
  })
  .meta({ id: 'AnswerTask', description: 'A question that may take minutes, and what has become of it.' });
export type AnswerTask = z.infer<typeof taskSchema>;
