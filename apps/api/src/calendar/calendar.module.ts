import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { CalendarController } from './calendar.controller';
import { DeadlineDesk } from './deadline-desk';
import { DeadlinesController } from './deadlines.controller';
import { RegisterDesk } from './register-desk';
import { RegistersController } from './registers.controller';

@Module({
  imports: [RunsModule],
  controllers: [CalendarController, RegistersController, DeadlinesController],
  providers: [RegisterDesk, DeadlineDesk],
})
export class CalendarModule {}
