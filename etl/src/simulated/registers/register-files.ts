import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TextFile } from '../text-file';

/** The registers that are simulated, by the folder of their source, with the header line of their file. */
export const REGISTERS = {
  petitions:
    'petition,point,field,kind,channel,dossier,received,due,forwarded,supplement,first_reply,answered,published,upheld,dissatisfied,repeat',
  'certification-books': 'point,day,book,entries,fee',
  incidents: 'incident,system,point,from,to,effect,failed_calls',
  interventions: 'intervention,kind,point,from,to,title_vi,title_en',
  'survey-forms': 'form,point,field,channel,device,dossier,answered,fill_seconds,attitude,waiting,on_time,apology,facilities',
  premises: 'point,from,to,floor_area_m2,counters,seats,computers,scanners,parking_spaces,amenities',
  'staff-register': 'staff,class,point,role,from,to,moved_from,permitted_actions',
  training: 'staff,point,course,enrolled,completed,expires,result,score',
  'digital-signatures': 'staff,point,issued,expires,revoked',
  'helper-rota': 'helper,point,from,to',
  hotline: 'call,line,point,topic,called,answered,ended,resolved,status',
  'robot-receptionist': 'session,robot,point,intent,started,answered,ended,handed_over',
  'system-health': 'system,point,hour,calls,failed,response_ms,slowest_ms,down_minutes',
  'population-lookups': 'point,day,staff,class,lookups,failed',
  'electronic-copies': 'point,day,issued,refused,reused',
  'assisted-submissions': 'point,day,age_group,submissions,declarations,minutes',
  'mobile-visits': 'visit,point,day,kind,group,households,dossiers,distance_km,minutes',
  'digital-education': 'event,point,day,group,attendees,accounts,minutes',
  'citizen-reception': 'point,day,sessions,letters,minutes',
  'source-counts': 'system,point,day,tickets,dossiers,ratings',
  'notice-boards': 'point,board,day,version,in_force,procedures',
  'document-tasks': 'document,point,unit,staff,subject,assigned,due,finished',
  'interlinked-procedures': 'dossier,bundle,agency,point,received,due,finished',
  'department-steps': 'dossier,step,department,point,sent,due,returned',
  'national-copy': 'MaHoSo,TrangThaiHoSo,NgayTiepNhan,NgayKetThucXuLy',
  'portal-scores': 'unit,metric,from,to,numerator,denominator,score,max_score,published',
} as const;

/** A register, named after the folder of its source. */
export type Register = keyof typeof REGISTERS;

export const REGISTER_NAMES = Object.keys(REGISTERS) as readonly Register[];

/** One file per register, `<source>/<source>.csv`. */
export class RegisterFiles {
  private readonly files: ReadonlyMap<Register, TextFile>;

  constructor(folder: string) {
    this.files = new Map(
      REGISTER_NAMES.map((name) => {
        mkdirSync(join(folder, name), { recursive: true });
        const frame = { head: `${REGISTERS[name]}\n`, separator: '\n', tail: '\n' };
        return [name, new TextFile(join(folder, name, `${name}.csv`), frame)] as const;
      }),
    );
  }

  /** Writes a line; no field holds a comma. */
  write(register: Register, ...fields: readonly (string | number)[]): void {
    this.files.get(register)?.write(fields.join(','));
  }

  /** Ends all files and says how many lines each has. */
  close(): Readonly<Record<Register, number>> {
    return Object.fromEntries([...this.files].map(([name, file]) => [name, file.close()])) as Record<Register, number>;
  }
}
