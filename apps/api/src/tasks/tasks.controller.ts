import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { questionSchema, taskIdSchema, taskSchema } from '@evenhand/contracts';
import { type Question, type Scope } from '@evenhand/domain';
import { type Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { RequestId } from '../http/request-id';
import { ScopeOf } from '../http/scope-of';
import { AnswerTasks } from './answer-tasks';

@ApiTags('answers')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: AnswerTasks) {}

  @Post('answers')
  @HttpCode(202)
  @AnswersWith(taskSchema, 'Begins to answer a question from the rows themselves, however long it takes.', 202)
  start(
    @Body({ schema: questionSchema }) question: Question,
    @ScopeOf() scope: Scope,
    @RequestId() requestId: string,
    @Who() who: Identity,
  ) {
    return this.tasks.start(question, { scope, requestId, id: who.id });
  }

  @Get(':id')
  @AnswersWith(taskSchema, 'How far a task is, and its answer once it is done.')
  show(@Param('id', { schema: taskIdSchema }) id: string, @Who() who: Identity) {
    return this.tasks.show(id, who.id);
  }

  @Delete(':id')
  @AnswersWith(taskSchema, 'Takes a task back; what runs of it ends.')
  cancel(@Param('id', { schema: taskIdSchema }) id: string, @Who() who: Identity) {
    return this.tasks.cancel(id, who.id);
  }
}
