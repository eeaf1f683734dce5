import { z } from 'zod';

const LONGEST = 4096;

export const commandRequestSchema = z
  .strictObject({
    command: z.string().min(1).max(40).describe('Name of a command of the pipeline, as its help lists them.'),
    args: z.array(z.string().max(LONGEST)).max(1000).describe('What was typed after the name.'),
    folder: z.string().min(1).max(LONGEST).describe('The folder it was typed in; relative paths begin there.'),
  })
  .meta({ id: 'CommandRequest', description: 'A command of the pipeline, typed in another process on the server’s machine.' });
export type CommandRequest = z.infer<typeof commandRequestSchema>;

export const commandLineSchema = z
  .object({
    out: z.string().optional().describe('A piece of the result.'),
    err: z.string().optional().describe('Something else that a person should read.'),
    progress: z
      .object({
        step: z.string().describe('What is being done.'),
        what: z.string().optional().describe('With what.'),
        done: z.number().describe('How much of it is done.'),
        all: z.number().describe('How much there is.'),
        unit: z.enum(['bytes', 'items']).describe('What is counted.'),
      })
      .optional()
      .describe('How far the work has come.'),
    exit: z.number().optional().describe('The exit code; the last line carries it.'),
  })
  .meta({ id: 'CommandLine', description: 'One line of what a command says; an empty line only shows that it is alive.' });
