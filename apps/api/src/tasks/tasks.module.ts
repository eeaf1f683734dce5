import { Module } from '@nestjs/common';
import { AnswerTasks } from './answer-tasks';
import { TasksController } from './tasks.controller';

@Module({ controllers: [TasksController], providers: [AnswerTasks], exports: [AnswerTasks] })
export class TasksModule {}
