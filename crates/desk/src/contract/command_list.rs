//! The one list of commands, written here once and read by the dispatcher, the shell, the shell's build script
//! (which includes this very file, for the permissions), the TypeScript generator and the tests.

/// Hands the whole list to the macro `$then`: it is written here once and read by the dispatcher,
/// by the shell, by the TypeScript generator and by the tests.
#[macro_export]
macro_rules! with_commands {
    ($then:ident) => {
        $then! {
            Desk {
                // What the window shows, and when to ask again (its channel is the shell's: `watch_desk`).
                view_desk(Nothing) -> DeskView;

                // First start and sign-in.
                find_service_centres(FindServiceCentres) -> Vec<FoundServiceCentre>;
                open_demo(Nothing) -> Nothing;
                leave_demo(Nothing) -> Nothing;
                check_staff_password(CheckStaffPassword) -> StaffPasswordCheck;
                set_up_desk(SetUpDesk) -> RecoveryWords;
                sign_in(SignIn) -> Nothing;
                sign_out(Nothing) -> Nothing;
                recover_access(RecoverAccess) -> Nothing;
                restore_backup(RestoreBackup) -> Nothing;

                // The registry.
                propose_import(ProposeImport) -> ImportProposal;
                save_profile(SaveProfile) -> Nothing;
                list_profiles(Nothing) -> Vec<ProfileLine>;
                remove_profile(RemoveProfile) -> Nothing;
                preview_import(PreviewImport) -> ImportPreview;
                apply_import(ApplyImport) -> ImportResult;
                import_progress(Nothing) -> Option<ImportProgress>;
                cancel_import(Nothing) -> Nothing;
                export_unusable(ExportUnusable) -> Nothing;
                undo_import(Nothing) -> ImportUndone;
                view_import_room(Nothing) -> ImportRoom;
                set_aside(SetAside) -> Nothing;
                gone_guardians(Nothing) -> Vec<GoneGuardian>;
                find_students(FindStudents) -> FoundStudents;
                open_student(OpenStudent) -> StudentFile;
                reveal_numbers(OpenStudent) -> StudentNumbers;
                unlock_claims(OpenStudent) -> Nothing;
                record_agreement(RecordAgreement) -> Nothing;
                withdraw_agreement(WithdrawAgreement) -> Nothing;

                // Corrections of a file, and who decides on them.
                complete_student(CompleteStudent) -> Nothing;
                propose_correction(ProposeCorrection) -> ProposalMade;
                restrict_adult(RestrictAdult) -> Nothing;
                list_proposals(Nothing) -> Proposals;
                approve_proposal(ApproveProposal) -> Nothing;
                refuse_proposal(RefuseProposal) -> Nothing;
                withdraw_proposal(WithdrawProposal) -> Nothing;
                list_alike_guardians(Nothing) -> AlikeGuardians;
                merge_guardians(MergeGuardians) -> Nothing;
                keep_guardians_apart(KeepApart) -> Nothing;
                undo_merge(UndoMerge) -> Nothing;

                // The registry as lists, and the list of Québec's schools.
                list_schools(ListSchools) -> SchoolPage;
                list_groups(ListGroups) -> GroupPage;
                list_students(ListStudents) -> StudentPage;
                export_students(ExportStudents) -> ListExported;
                find_schools(FindSchools) -> FoundSchools;
                view_school_list(Nothing) -> SchoolListView;

                // The visit, from the secretary's side.
                start_visit(StartVisit) -> Nothing;
                choose_guardian(ChooseGuardian) -> Nothing;
                name_adult(NameAdult) -> Nothing;
                offer_address(SeeIdentity) -> Nothing;
                accept_address(SeeIdentity) -> Nothing;
                recover_account(SeenForAccount) -> Nothing;
                close_account(SeenForAccount) -> Nothing;
                reopen_account(AccountRequest) -> Nothing;
                confirm_in_person(ConfirmInPerson) -> Nothing;
                take_back_confirmation(TakeBackConfirmation) -> Nothing;
                take_back_account(TakeBackAccount) -> Nothing;
                resend_code(Nothing) -> Nothing;
                ask_other_address(Nothing) -> Nothing;
                correct_claim(Nothing) -> Nothing;
                list_limits(Nothing) -> Vec<LimitLine>;
                resend_address_proof(ResendAddressProof) -> Nothing;
                answer_help(Nothing) -> Nothing;
                set_visit_aside(Nothing) -> Nothing;
                take_up_visit(VisitRequest) -> Nothing;
                resume_visit(VisitRequest) -> Nothing;
                drop_visit(VisitRequest) -> Nothing;
                say_at_desk(Nothing) -> Nothing;
                end_visit(EndVisit) -> Nothing;
                close_visit(Nothing) -> Nothing;
                hand_over(Nothing) -> Nothing;
                take_back(TakeBack) -> Nothing;
                lock_desk(Nothing) -> Nothing;
                print_slip(PrintSlip) -> Slip;

                // What families ask of the school.
                list_requests(Nothing) -> Requests;
                take_down_request(TakeDownRequest) -> Nothing;
                set_request_state(SetRequestState) -> Nothing;

                // Whether the desk is ready, what waits, and what was done.
                view_readiness(Nothing) -> Readiness;
                check_readiness(Nothing) -> Readiness;
                view_day(Nothing) -> DayView;
                call_back(CallBack) -> Nothing;
                close_day(Nothing) -> Nothing;
                list_outbox(Nothing) -> Vec<OutboxLine>;
                retry_mail(MailRequest) -> Nothing;
                list_mailbox(Nothing) -> Vec<MailboxMail>;
                list_journal(ListJournal) -> JournalPage;

                // The administrator's room.
                list_staff(Nothing) -> Vec<StaffLine>;
                add_staff(AddStaff) -> Nothing;
                reset_staff(ResetStaff) -> Nothing;
                remove_staff(RemoveStaff) -> Nothing;
                view_own_pin(Nothing) -> OwnPin;
                set_own_pin(SetOwnPin) -> Nothing;
                view_mail_settings(Nothing) -> Option<MailSettings>;
                set_mail(SetMail) -> Nothing;
                send_test_mail(SendTestMail) -> TestMailResult;
                view_school_settings(Nothing) -> SchoolSettings;
                set_school(SchoolSettings) -> Nothing;
                view_correction_settings(Nothing) -> CorrectionSettings;
                set_correction_settings(CorrectionSettings) -> Nothing;
                view_registry_numbers(Nothing) -> RegistryNumbers;
                set_registry_numbers(RegistryNumbers) -> Nothing;
                view_reading_limits(Nothing) -> Vec<ReadingLimit>;
                set_reading_limits(SetReadingLimits) -> Nothing;
                view_watch_settings(Nothing) -> WatchSettings;
                set_watch(WatchSettings) -> Nothing;
                load_schools(LoadSchools) -> SchoolsLoaded;
                view_idle_settings(Nothing) -> IdleSettings;
                set_idle(IdleSettings) -> Nothing;
                list_notices(Nothing) -> Vec<NoticeLine>;
                notice_template(Nothing) -> Vec<NoticeTemplate>;
                save_notice(SaveNotice) -> Nothing;
                remove_notice(RemoveNotice) -> Nothing;
                back_up(BackUp) -> BackupMade;
            }
            Parent {
                view_parent(Nothing) -> ParentView;

                // Chooses the language; on the welcome screen this starts the parent's own visit.
                choose_language(ChooseLanguage) -> Nothing;
                say_someone_helps(SomeoneHelps) -> Nothing;
                ask_for_help(Nothing) -> Nothing;
                say_still_here(Nothing) -> Nothing;
                start_over(Nothing) -> Nothing;
                leave_visit(Nothing) -> Nothing;

                give_address(GiveAddress) -> Nothing;
                take_offered_address(Nothing) -> Nothing;
                enter_code(EnterCode) -> CodeAnswer;
                ask_code_again(Nothing) -> Nothing;
                wish_sign_in(Nothing) -> Nothing;
                sign_in_parent(SignInParent) -> Nothing;
                enter_address_proof(EnterAddressProof) -> AddressProofAnswer;
                wish_new_password(Nothing) -> Nothing;
                check_password(CheckPassword) -> PasswordChecklist;
                choose_password(ChoosePassword) -> Nothing;

                // The parent's own account, and the record of each child.
                open_account(Nothing) -> Nothing;
                leave_own_account(Nothing) -> Nothing;
                change_address(GiveAddress) -> Nothing;
                change_password(ChangePassword) -> Nothing;
                view_own_child(OwnChildAt) -> OwnChild;
                reveal_own_numbers(OwnChildAt) -> StudentNumbers;

                offer_service_centres(FindServiceCentres) -> Vec<FoundServiceCentre>;
                state_claim(StateClaim) -> ClaimAnswer;
                ask_registration(AskRegistration) -> Nothing;
                tell_school(TellSchool) -> Nothing;
                finish_children(Nothing) -> Nothing;
                one_more_child(Nothing) -> Nothing;
            }
        }
    };
}
