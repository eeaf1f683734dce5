import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { commandLineSchema, type CommandRequest, commandRequestSchema } from '@evenhand/contracts';
import type { Response } from 'express';
import { AnswersWith } from '../http/answers-with';
import { CommandDesk } from './command-desk';
import { openLines } from './line-stream';

@ApiTags('pipeline')
@Controller()
export class CommandsController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('commands')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(commandLineSchema, 'Runs a command of the pipeline and streams what it says, one JSON object a line.')
  async run(@Body({ schema: commandRequestSchema }) request: CommandRequest, @Res() response: Response): Promise<void> {
    const { end, ...caller } = openLines(response);
    await this.desk.run(request, caller).finally(end);
  }
}
