import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  changeNumberSchema,
  type ChangeRequest,
  changeRequestSchema,
  changeResultSchema,
  type HistoryQuery,
  historyQuerySchema,
  type ImportRequest,
  importRequestSchema,
  registerHistorySchema,
  registerNameSchema,
  registerSchema,
  type UndoRequest,
  undoRequestSchema,
} from '@evenhand/contracts';
import { type RegisterName } from '@evenhand/domain';
import { authorOf, type Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { RegisterDesk } from './register-desk';

@ApiTags('calendar')
@Controller('registers/:register')
export class RegistersController {
  constructor(private readonly desk: RegisterDesk) {}

  @Get()
  @AnswersWith(registerSchema, 'What stands in a register.')
  read(@Param('register', { schema: registerNameSchema }) register: RegisterName) {
    return this.desk.read(register);
  }

  @Get('changes')
  @AnswersWith(registerHistorySchema, 'Who changed what, when and why.')
  history(
    @Param('register', { schema: registerNameSchema }) register: RegisterName,
    @Query({ schema: historyQuerySchema }) query: HistoryQuery,
  ) {
    return this.desk.history(register, query);
  }

  @Post('changes')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(changeResultSchema, 'Changes entries at once; deadlines follow.')
  change(
    @Param('register', { schema: registerNameSchema }) register: RegisterName,
    @Body({ schema: changeRequestSchema }) request: ChangeRequest,
    @Who() who: Identity,
  ) {
    return this.desk.change(register, request, authorOf(who));
  }

  @Post('import')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(changeResultSchema, 'Takes a file whole or not at all, or says what it would change.')
  import(
    @Param('register', { schema: registerNameSchema }) register: RegisterName,
    @Body({ schema: importRequestSchema }) request: ImportRequest,
    @Who() who: Identity,
  ) {
    return this.desk.import(register, request, authorOf(who));
  }

  @Post('changes/:change/undo')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(changeResultSchema, 'Takes a change back by another one.')
  undo(
    @Param('register', { schema: registerNameSchema }) register: RegisterName,
    @Param('change', { schema: changeNumberSchema }) change: number,
    @Body({ schema: undoRequestSchema }) request: UndoRequest,
    @Who() who: Identity,
  ) {
    return this.desk.undo(register, change, request, authorOf(who));
  }
}
