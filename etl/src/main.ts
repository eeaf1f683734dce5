import process from 'node:process';
import { runCommand } from './cli/run-command';

process.exitCode = await runCommand(process.argv.slice(2), process.env);
