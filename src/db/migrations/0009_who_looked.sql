-- A resident sees with their code when their question was opened: only those events, and only of that question.
create policy code on event for select using (
  municipality_id = app_municipality() and name = 'access.fileRead'
  and subject_ref = (select event_ref from case_file where municipality_id = app_municipality() and id = (select app_case())));
